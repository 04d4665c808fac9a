"""The stock stages of Spark ML, and schemas as Spark sees them."""

import importlib
import json
import os
import sys

MODULES = ("feature", "classification", "regression", "clustering", "recommendation", "fpm")


def start():
    """One session without a page of its own, on one thread of this machine."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.memory", "512m")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    return session


def stock_stages():
    """The classes that a user can put into a pipeline, sorted by name: no models, and nothing that holds another estimator."""
    from pyspark.ml.wrapper import JavaEstimator, JavaModel, JavaTransformer

    found = {}
    for module_name in MODULES:
        module = importlib.import_module("pyspark.ml." + module_name)
        for name, cls in vars(module).items():
            if not isinstance(cls, type) or cls.__module__ != module.__name__ or name.startswith("_"):
                continue
            if issubclass(cls, (JavaTransformer, JavaEstimator)) and not issubclass(cls, JavaModel) and makes_itself(cls):
                found[name] = cls
    return dict(sorted(found.items()))


def makes_itself(cls):
    """Not a base class."""
    try:
        cls()
        return True
    except (TypeError, AttributeError):
        return False


def java_class(cls):
    return cls.__module__.replace("pyspark", "org.apache.spark") + "." + cls.__name__


def make(cls, uid, params):
    """A stage of that uid. Params as JSON has them; throws what Spark throws for unknown ones and wrong types."""
    from pyspark.ml.linalg import Matrices, Vectors
    from pyspark.ml.wrapper import JavaWrapper

    stage = cls()
    born = stage.uid
    stage._resetUid(uid)
    # Names of columns are made of the uid that it was born with.
    for param in stage.params:
        if stage.hasDefault(param) and born in str(stage.getOrDefault(param)):
            stage._setDefault(**{param.name: stage.getOrDefault(param).replace(born, uid)})
    stage._java_obj = JavaWrapper._new_java_obj(java_class(cls), uid)
    for name, value in params.items():
        kind = stage.getParam(name).typeConverter.__name__
        if kind == "toVector":
            value = Vectors.dense(numbers(value))
        elif kind == "toMatrix":
            value = Matrices.dense(len(value), len(value[0]), [float(row[c]) for c in range(len(value[0])) for row in value])
        stage._set(**{name: numbers(value)})
    return stage


def numbers(value):
    """JSON has no infinities."""
    if isinstance(value, list):
        return [numbers(member) for member in value]
    return float(value) if value in ("Infinity", "-Infinity", "NaN") else value


def data_type(text):
    from pyspark.ml.linalg import MatrixUDT, VectorUDT
    from pyspark.sql.types import ArrayType, _parse_datatype_string

    if text == "vector":
        return VectorUDT()
    if text == "matrix":
        return MatrixUDT()
    if text == "array<vector>":
        return ArrayType(VectorUDT())
    return _parse_datatype_string(text)


def java_schema(session, columns):
    from pyspark.sql.types import StructField, StructType

    fields = [StructField(column["name"], data_type(column["type"]), column.get("nullable", True)) for column in columns]
    return session._jvm.org.apache.spark.sql.types.DataType.fromJson(StructType(fields).json())


def columns_of(schema):
    fields = schema.fields()
    return [{"name": f.name(), "type": f.dataType().simpleString(), "nullable": f.nullable()} for f in fields]


def transform_schema(session, stage, columns):
    """The columns that come out; throws what Spark throws."""
    return columns_of(stage._to_java().transformSchema(java_schema(session, columns)))


def print_json(value):
    print(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False))
