"""Prints the stock stages of Spark ML as segments: names, params, defaults, bounds and column rules, asked from Spark itself."""

import importlib
import math

import bounds
import columns
from stages import java_class, print_json, start, stock_stages

SPARK = "3.5.7"
TASKS = {
    "classification": "CLASSIFICATION",
    "regression": "REGRESSION",
    "clustering": "CLUSTERING",
    "recommendation": "RECOMMENDATION",
    "fpm": "PATTERN_MINING",
}
TYPES = {
    "identity": "any",
    "toBoolean": "boolean",
    "toFloat": "double",
    "toInt": "int",
    "toListFloat": "array<double>",
    "toListInt": "array<int>",
    "toListListFloat": "array<array<double>>",
    "toListString": "array<string>",
    "toMatrix": "matrix",
    "toString": "string",
    "toVector": "vector",
}
# What Spark can't do without and has no default for; it says so only when it fits or transforms.
REQUIRED = {
    "BucketedRandomProjectionLSH": ["bucketLength"],
    "Bucketizer": ["splits", "splitsArray"],
    "ElementwiseProduct": ["scalingVec"],
    "MultilayerPerceptronClassifier": ["layers"],
    "PCA": ["k"],
    "RFormula": ["formula"],
    "SQLTransformer": ["statement"],
    "UnivariateFeatureSelector": ["featureType", "labelType"],
    "VectorSizeHint": ["size"],
}
# In stages that take a single column or several: which params are for the one, which for the others.
SINGLE = ["outputCol", "splits"]
PLURAL = ["outputCols", "splitsArray", "thresholds", "numBucketsArray"]
# They depend on the machine, or are long lists.
UNKEPT_DEFAULTS = ["locale", "stopWords"]


def param_type(param, java_param):
    if java_param.getClass().getSimpleName() == "LongParam":
        return "bigint"
    if java_param.getClass().getSimpleName() == "BooleanParam":
        return "boolean"
    return TYPES[param.typeConverter.__name__]


def default_of(java, java_param, uid):
    default = java.getDefault(java_param)
    if not default.isDefined():
        return None
    value = default.get()
    if hasattr(value, "__len__") and not isinstance(value, str):
        value = list(value)
    if isinstance(value, str):
        return value.replace(uid, "<uid>")
    if isinstance(value, float) and not math.isfinite(value):
        return {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    # A number of more than 53 bits does not survive JSON in every reader.
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53:
        return str(value)
    return value


def params_of(name, stage):
    java = stage._java_obj
    names = [param.name for param in stage.params]
    several = "inputCol" in names and "inputCols" in names
    for param in sorted(stage.params, key=lambda each: each.name):
        java_param = java.getParam(param.name)
        known = {"name": param.name, "type": param_type(param, java_param)}
        default = default_of(java, java_param, java.uid())
        if default is not None and param.name not in UNKEPT_DEFAULTS:
            known["default"] = default
        if param.name in REQUIRED.get(name, []) or (several and param.name == "outputCols"):
            known["required"] = True
        if several and param.name in SINGLE:
            known["goesWith"] = "inputCol"
        if several and param.name in PLURAL:
            known["goesWith"] = "inputCols"
        yield {**known, **bounds.bounds_of(java_param, known)}


def fitted_class(cls, java):
    """What `fit` gives: by its name, else by the signature."""
    name = cls.__name__
    module = importlib.import_module(cls.__module__)
    for model in (name + "Model", name.replace("Classifier", "ClassificationModel"), name.replace("Regressor", "RegressionModel")):
        if model != name and hasattr(module, model):
            return java_class(getattr(module, model))
    for method in java.getClass().getMethods():
        if method.getName() == "fit" and len(list(method.getParameterTypes())) == 1 and not method.isBridge():
            return method.getReturnType().getName()
    return None


def segment(session, name, cls):
    stage = cls()
    module = cls.__module__.split(".")[-1]
    params = list(params_of(name, stage))
    schema = columns.rule_of(session, cls, params)
    is_estimator = hasattr(cls, "_fit")
    definition = {
        "code": {
            "artifact": "org.apache.spark:spark-mllib_2.12:" + SPARK,
            "commit": "v" + SPARK,
            "entryPoint": java_class(cls),
            "repository": "https://github.com/apache/spark",
        },
        "fits": "NONE" if not is_estimator else "TRANSFORMATION" if module == "feature" else "PREDICTOR",
        "language": "Scala",
        "params": params,
        "schema": schema,
    }
    if is_estimator:
        label = any(need.get("role") == "LABEL" for need in schema["needs"])
        definition["estimator"] = {"gives": fitted_class(cls, stage._java_obj), "label": "REQUIRED" if label else "NONE"}
        if module in TASKS:
            definition["estimator"]["task"] = TASKS[module]
    page = "https://spark.apache.org/docs/%s/api/python/reference/api/%s.%s.html" % (SPARK, cls.__module__, name)
    return {"name": name, "link": page, "definition": dict(sorted(definition.items()))}


if __name__ == "__main__":
    session = start()
    print_json([segment(session, name, cls) for name, cls in stock_stages().items()])
    session.stop()
