"""Runs snippets in Python and SQL as they come, each in a namespace of its own.

Reads JSON lines with id, language, tool and code; prints for each {id, rows} or {id, error}: rows as sorted texts. Argument: PostgreSQL's
port, for what psql would run.
"""

import json
import os
import sys
import traceback

import duckdb
import pandas as pd
import psycopg
from pyspark.sql import SparkSession

PORT = int(sys.argv[1])


def printed(columns, rows):
    order = [columns.index(name) for name in ("id", "name")]
    return sorted("|".join(str(row[at]) for at in order) for row in rows)


def python(code):
    names = {}
    exec(compile(code, "snippet", "exec"), names)
    frame = names["df"]
    if isinstance(frame, pd.DataFrame):
        return printed(list(frame.columns), frame.values.tolist())
    return printed(frame.columns, [tuple(row) for row in frame.collect()])


def in_duckdb(code):
    answer = duckdb.sql(code)
    return printed(answer.columns, answer.fetchall())


def in_spark(code):
    # The semicolon ends a statement in spark-sql; the statement itself has none.
    answer = SparkSession.builder.getOrCreate().sql(code.strip().removesuffix(";"))
    return printed(answer.columns, [tuple(row) for row in answer.collect()])


def in_postgresql(code):
    with psycopg.connect(
        host="127.0.0.1", port=PORT, dbname="postgres", user=os.environ["DB_USER"], password=os.environ["DB_PASSWORD"]
    ) as connection:
        cursor = connection.execute(code)
        return printed([column.name for column in cursor.description], cursor.fetchall())


RUN = {
    ("PYTHON", "pandas"): python,
    ("PYTHON", "pyspark"): python,
    ("SQL", "duckdb"): in_duckdb,
    ("SQL", "spark"): in_spark,
    ("SQL", "psql"): in_postgresql,
}

SparkSession.builder.master("local[1]").getOrCreate()
for line in sys.stdin:
    snippet = json.loads(line)
    answer = {"id": snippet["id"]}
    try:
        answer["rows"] = RUN[snippet["language"], snippet["tool"]](snippet["code"])
    except Exception:
        answer["error"] = traceback.format_exc()
    print(json.dumps(answer), flush=True)
