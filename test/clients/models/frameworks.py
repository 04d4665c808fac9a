"""Training, saving, loading and asking a model, for each framework: what a data scientist would write."""

import os
import tarfile

FEATURES = ["age", "spend", "calls", "complaints"]


def rows(count=400):
    """Customers; the last value is whether they left. The same every time."""
    made = []
    state = 7
    for _ in range(count):
        values = []
        for _ in range(len(FEATURES)):
            state = (1103515245 * state + 12345) % 2**31
            values.append(round(state / 2**31 * 10, 3))
        left = 1.0 if values[3] * 2 - values[1] + values[2] / 4 > 5 else 0.0
        made.append(values + [left])
    return made


SAMPLE = [row[: len(FEATURES)] for row in rows(20)]


class ScikitLearn:
    def train(self, folder):
        import joblib
        import sklearn
        from sklearn.linear_model import LogisticRegression
        from sklearn.metrics import roc_auc_score
        from sklearn.pipeline import make_pipeline
        from sklearn.preprocessing import StandardScaler

        data = rows()
        inputs, labels = [row[:-1] for row in data], [row[-1] for row in data]
        fitted = make_pipeline(StandardScaler(), LogisticRegression(C=0.5, max_iter=200, random_state=1)).fit(inputs, labels)
        file = os.path.join(folder, "churn.joblib")
        joblib.dump(fitted, file)
        params = fitted.named_steps["logisticregression"].get_params()
        chosen = {name: params[name] for name in ("C", "max_iter", "fit_intercept", "random_state")}
        auc = roc_auc_score(labels, fitted.predict_proba(inputs)[:, 1])
        return file, f"scikit-learn {sklearn.__version__}", chosen, {"auc": float(auc)}

    def load(self, file, _folder):
        import joblib

        return joblib.load(file)

    def predict(self, model, inputs):
        return [float(probability) for probability in model.predict_proba(inputs)[:, 1]]


class SparkML:
    def session(self):
        from pyspark.sql import SparkSession

        spark = (
            SparkSession.builder.master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate()
        )
        spark.sparkContext.setLogLevel("ERROR")
        return spark

    def train(self, folder):
        from pyspark.ml import Pipeline
        from pyspark.ml.classification import LogisticRegression
        from pyspark.ml.evaluation import BinaryClassificationEvaluator
        from pyspark.ml.feature import VectorAssembler

        spark = self.session()
        data = spark.createDataFrame(rows(), FEATURES + ["label"])
        regression = LogisticRegression(regParam=0.01, maxIter=50)
        fitted = Pipeline(stages=[VectorAssembler(inputCols=FEATURES, outputCol="features"), regression]).fit(data)
        path = os.path.join(folder, "model")
        fitted.write().overwrite().save(f"file://{path}")
        file = os.path.join(folder, "churn-spark.tar.gz")
        with tarfile.open(file, "w:gz") as archive:
            archive.add(path, arcname="model")
        chosen = {name: regression.getOrDefault(name) for name in ("regParam", "maxIter", "elasticNetParam", "fitIntercept")}
        auc = BinaryClassificationEvaluator().evaluate(fitted.transform(data))
        return file, f"Spark ML {spark.version}", chosen, {"auc": float(auc)}

    def load(self, file, folder):
        from pyspark.ml import PipelineModel

        self.session()
        with tarfile.open(file) as archive:
            archive.extractall(folder, filter="data")
        return PipelineModel.load(f"file://{os.path.join(folder, 'model')}")

    def predict(self, model, inputs):
        data = self.session().createDataFrame([[float(value) for value in row] for row in inputs], FEATURES)
        return [float(row.probability[1]) for row in model.transform(data).select("probability").collect()]


FRAMEWORKS = {"scikit-learn": ScikitLearn, "spark-ml": SparkML}
