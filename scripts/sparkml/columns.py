"""Column rules: which params name columns follows from their names; types are found by asking Spark's transformSchema."""

import itertools

from stages import make, transform_schema

OUTPUTS = [
    "leafCol",
    "linkPredictionCol",
    "outputCol",
    "outputCols",
    "predictionCol",
    "probabilityCol",
    "quantilesCol",
    "rawPredictionCol",
    "topicDistributionCol",
    "varianceCol",
]
OPTIONAL_INPUTS = ["categoricalCols", "offsetCol", "validationIndicatorCol", "weightCol"]
ROLES = {
    "censorCol": "CENSOR",
    "featuresCol": "FEATURES",
    "inputCol": "INPUT",
    "inputCols": "INPUT",
    "itemCol": "ITEM",
    "itemsCol": "INPUT",
    "labelCol": "LABEL",
    "offsetCol": "OFFSET",
    "ratingCol": "RATING",
    "userCol": "USER",
    "weightCol": "WEIGHT",
}
NUMBERS = ["tinyint", "smallint", "int", "bigint", "float", "double", "decimal(10,2)"]
ARRAYS = ["array<string>", "array<int>", "array<float>", "array<double>", "array<vector>", "array<array<string>>"]
TYPES = [
    *NUMBERS,
    *ARRAYS,
    "string",
    "boolean",
    "binary",
    "date",
    "timestamp",
    "map<string,int>",
    "struct<a:int>",
    "vector",
    "matrix",
]
LIKELY = ["double", "vector", "string", "array<string>", "int", "boolean"]
# Without these nothing can be asked.
SETTINGS = {
    "BucketedRandomProjectionLSH": {"bucketLength": 1.0},
    "Bucketizer": {"splits": [0.0, 1.0, 2.0]},
    "ElementwiseProduct": {"scalingVec": [1.0]},
    "MultilayerPerceptronClassifier": {"layers": [1, 2]},
    "PCA": {"k": 1},
    "UnivariateFeatureSelector": {"featureType": "continuous", "labelType": "categorical"},
    "VectorSizeHint": {"size": 1},
    "VectorSlicer": {"indices": [0]},
}

PLURAL_SETTINGS = {"Bucketizer": {"splits": None, "splitsArray": [[0.0, 1.0, 2.0], [0.0, 1.0, 2.0]]}}
# Whether there can be nulls depends on what earlier stages left in the column's metadata.
UNTOLD_NULLS = ["Binarizer"]


class Probe:
    """One stage, asked again and again."""

    def __init__(self, session, cls, names):
        self.session, self.cls, self.settings = session, cls, SETTINGS.get(cls.__name__, {})
        self.several = "inputCol" in names and "inputCols" in names
        names = [name for name in names if not (self.several and name in ("inputCols", "outputCols"))]
        self.outputs = [name for name in names if name in OUTPUTS]
        self.inputs = [name for name in names if name.endswith(("Col", "Cols")) and name not in OUTPUTS]
        self.needed = [name for name in self.inputs if name not in OPTIONAL_INPUTS]

    def ask(self, types, outputs=None, nullable=True, more=(), missing=()):
        """What comes out when the columns named by these params have these types; None when it is refused."""
        params = dict(self.settings)
        for name in types:
            params[name] = ["c_" + name] if name.endswith("Cols") else "c_" + name
        for name in self.outputs if outputs is None else outputs:
            params[name] = ["o_" + name] if name.endswith("Cols") else "o_" + name
        params.update(more)
        params = {name: value for name, value in params.items() if value is not None}
        columns = [{"name": "c_" + name, "type": kind, "nullable": nullable} for name, kind in types.items() if name not in missing]
        try:
            return transform_schema(self.session, make(self.cls, "stage", params), columns)
        except Exception:
            return None

    def base(self):
        for kinds in itertools.product(LIKELY, repeat=len(self.needed)):
            types = dict(zip(self.needed, kinds))
            if self.ask(types) is not None:
                return types
        raise RuntimeError("%s takes no columns that were tried" % self.cls.__name__)


def rule_of(session, cls, params):
    if cls.__name__ == "SQLTransformer":
        return {"adds": [], "dynamic": "SQL_STATEMENT", "needs": []}
    if cls.__name__ == "RFormula":
        return formula_rule()
    probe = Probe(session, cls, [param["name"] for param in params])
    base = probe.base()
    needs = [need_of(probe, base, name) for name in probe.inputs]
    main = probe.needed[0] if probe.needed[0] not in ("labelCol", "censorCol") else "featuresCol"
    accepted = [kind for kind in TYPES if probe.ask({**base, main: kind}) is not None]
    rule = {"needs": needs, "adds": results(probe, base, main, accepted, added)}
    changes = results(probe, base, main, accepted, changed)
    if changes:
        rule["changes"] = changes
    for param in params:
        # Spark asks whether it was given, whatever its default.
        if param["name"] in probe.outputs and probe.ask(base, outputs=[name for name in probe.outputs if name != param["name"]]) is None:
            param.pop("default", None)
    return dict(sorted(rule.items()))


def formula_rule():
    """The label that the formula makes, unless it is there."""
    return {
        "adds": [
            {"evenIfThere": True, "nullable": "ALWAYS", "param": "featuresCol", "type": "vector"},
            {"nullable": "ALWAYS", "param": "labelCol", "type": "double", "unlessThere": True},
        ],
        "dynamic": "R_FORMULA",
        "needs": [],
    }


def need_of(probe, base, name):
    kinds = [kind for kind in TYPES if probe.ask({**base, name: kind}) is not None]
    need = {"param": name, "role": ROLES.get(name, "OTHER")}
    if probe.several and name == "inputCol":
        need["plural"] = "inputCols"
    if name in OPTIONAL_INPUTS:
        need["optional"] = True
    if probe.ask({**base, name: "int"}, missing=[name]) is not None:
        need["lazy"] = True
    elif len(kinds) < len(TYPES):
        need["types"] = patterns(kinds)
    if is_distinct(probe, base, name):
        need["distinct"] = True
    return dict(sorted(need.items()))


def is_distinct(probe, base, name):
    """A column that is named twice is refused."""
    column = "c_" + name
    if probe.several and name == "inputCol":
        twice = {"inputCols": [column, column], "outputCols": ["o_1", "o_2"], "inputCol": None, "outputCol": None}
        return probe.ask(base, more={**twice, **PLURAL_SETTINGS.get(probe.cls.__name__, {})}) is None
    return name.endswith("Cols") and name in base and probe.ask(base, more={name: [column, column]}) is None


def patterns(kinds):
    """Families instead of their members."""
    found = list(kinds)
    for family, members in (("numeric", NUMBERS), ("array", ARRAYS)):
        if all(member in found for member in members):
            found = [family] + [kind for kind in found if kind not in members]
    return ["decimal" if kind.startswith("decimal") else kind for kind in found]


def added(before, after):
    return after[len(before) :]


def changed(before, after):
    return [new for old, new in zip(before, after) if old != new]


def results(probe, base, main, accepted, pick):
    """What is added or changed, for every type and nullability that the main input may have."""
    seen = {}
    order = []
    for kind in accepted:
        for nullable in (True, False):
            types = {**base, main: kind}
            before = [{"name": "c_" + name, "type": of, "nullable": nullable} for name, of in types.items()]
            for column in pick(before, probe.ask(types, nullable=nullable)):
                if column["name"] not in order:
                    order.append(column["name"])
                seen.setdefault(column["name"], {}).setdefault(kind, {})[nullable] = column
    return [rule for name in order for rule in result(probe, base, main, name[2:], seen[name])]


def result(probe, base, main, param, by_kind):
    rule = {"param": param}
    if probe.several and param == "outputCol":
        rule["plural"] = "outputCols"
    if param in probe.outputs and is_optional(probe, base, param):
        rule["optional"] = True
    if param in probe.outputs and probe.ask(base, more={param: "c_" + main}) is not None:
        rule["evenIfThere"] = True
    kinds = {kind: {columns[n]["type"] for n in columns} for kind, columns in by_kind.items()}
    nullables = {kind: nullability(columns) for kind, columns in by_kind.items()}
    types = {each for found in kinds.values() for each in found}
    if len(set(nullables.values())) == 1:
        nullable = next(iter(nullables.values()))
        if len(types) == 1:
            fixed = {**rule, "nullable": nullable, "type": types.pop()}
            return [dict(sorted(({**fixed, "like": main} if nullable == "INPUT" else fixed).items()))]
        if all(found == {kind} for kind, found in kinds.items()):
            return [dict(sorted({**rule, "nullable": nullable, "like": main}.items()))]
    cases = [{**rule, "like": main, "type": found.pop(), "when": patterns([kind])} for kind, found in kinds.items()]
    for case, nullable in zip(cases, nullables.values()):
        if probe.cls.__name__ not in UNTOLD_NULLS or case["type"] != "vector":
            case["nullable"] = nullable
    return [dict(sorted(case.items())) for case in cases]


def nullability(columns):
    found = (columns[True]["nullable"], columns[False]["nullable"])
    return {(True, True): "ALWAYS", (False, False): "NEVER", (True, False): "INPUT"}[found]


def is_optional(probe, base, param):
    """Nothing is added where its name is empty, or not given when it has no default."""
    others = [name for name in probe.outputs if name != param]
    for columns in (probe.ask(base, outputs=others, more={param: ""}), probe.ask(base, outputs=others)):
        if columns is not None and len(columns) == len(base) + len(others):
            return True
    return False
