"""Writes the same two rows in every format that snippets read, as single files and as Spark writes them, and into PostgreSQL.

Arguments: folder, PostgreSQL's port. Prints one JSON line per dataset: namespace, name, fileFormat (or null).
"""

import json
import os
import sys
from pathlib import Path

import pandas as pd
import psycopg
from psycopg import sql
from pyspark.sql import SparkSession

ROWS = pd.DataFrame({"id": [1, 2], "name": ["ada", "bob"]})
FOLDER = Path(sys.argv[1])
PORT = int(sys.argv[2])
HOSTILE = "it's \"one\" $x \\ `y` -- z"


def tell(namespace, name, file_format=None):
    print(json.dumps({"namespace": namespace, "name": name, "fileFormat": file_format}))


def files():
    ROWS.to_csv(FOLDER / "people.csv", index=False)
    ROWS.to_csv(FOLDER / "people.csv.gz", index=False)
    ROWS.to_csv(FOLDER / "people.tsv", index=False, sep="\t")
    ROWS.to_csv(FOLDER / f"{HOSTILE}.csv", index=False)
    ROWS.to_json(FOLDER / "people.json", orient="records")
    ROWS.to_json(FOLDER / "people.jsonl", orient="records", lines=True)
    ROWS.to_parquet(FOLDER / "people.parquet", index=False)
    ROWS.to_orc(FOLDER / "people.orc", index=False)
    for name in sorted(os.listdir(FOLDER)):
        tell("file", str(FOLDER / name))
    tell("lake", "people.csv")


def folders():
    spark = SparkSession.builder.master("local[1]").getOrCreate()
    frame = spark.createDataFrame([(1, "ada"), (2, "bob")], "id int, name string").repartition(2)
    for file_format in ["parquet", "csv", "json", "orc"]:
        target = FOLDER / f"spark {file_format}"
        frame.write.format(file_format).option("header", "true").save(str(target))
        tell("file", str(target), file_format)
    spark.stop()


def tables():
    with psycopg.connect(
        host="127.0.0.1", port=PORT, dbname="postgres", user=os.environ["DB_USER"], password=os.environ["DB_PASSWORD"], autocommit=True
    ) as connection:
        connection.execute("CREATE SCHEMA shop")
        for schema, table in [("public", "people"), ("shop", "People"), ("shop", HOSTILE), ("shop", "a.b\nc")]:
            name = sql.Identifier(schema, table)
            connection.execute(sql.SQL("CREATE TABLE {} (id bigint, name text)").format(name))
            connection.execute(sql.SQL("INSERT INTO {} VALUES (1, 'ada'), (2, 'bob')").format(name))
            tell(f"postgres://127.0.0.1:{PORT}", f"postgres.{schema}.{table}")
    tell("the shop", "shop.People")


files()
folders()
tables()
