"""Answers, line by line, what a real Spark makes of a schema: `pipeline._to_java().transformSchema(...)`."""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts", "sparkml"))

from stages import columns_of, java_schema, make, start, stock_stages


def answer(session, classes, case):
    from pyspark.ml import Pipeline

    try:
        stages = [make(classes[step["segment"]], step["uid"], step["params"]) for step in case["steps"]]
        schema = Pipeline(stages=stages)._to_java().transformSchema(java_schema(session, case["input"]))
        return {"id": case["id"], "output": columns_of(schema)}
    except Exception as error:
        return {"id": case["id"], "refused": str(error).split("\n")[0][:300]}


if __name__ == "__main__":
    cases = [json.loads(line) for line in sys.stdin]
    session = start()
    classes = stock_stages()
    for case in cases:
        print(json.dumps(answer(session, classes, case)), flush=True)
    session.stop()
