"""
Drives a running Vinci with the official OpenLineage client in its usual ways. Prints one JSON object a line for each thing
that was tried: {"name", "ok", "detail"}. Reads VINCI_URL and VINCI_TOKEN; arguments: namespace, number of asynchronous runs.
"""

import gzip
import json
import logging
import os
import sys

import requests
from events import Execution, dataset_event, job_event, misshapen_event
from openlineage.client import OpenLineageClient
from openlineage.client.serde import Serde

URL = os.environ["VINCI_URL"]
TOKEN = os.environ["VINCI_TOKEN"]
NAMESPACE = sys.argv[1]
ASYNC_RUNS = int(sys.argv[2])


def client(kind="http", token=TOKEN, **options):
    auth = {"type": "api_key", "apiKey": token}
    return OpenLineageClient(config={"transport": {"type": kind, "url": URL, "auth": auth, "timeout": 60, **options}})


def http_status(emit):
    try:
        emit()
    except requests.HTTPError as error:
        return error.response
    return None


def run_with_gzip():
    execution = Execution(NAMESPACE, "gzip")
    with_gzip = client(compression="gzip")
    with_gzip.emit(execution.start())
    with_gzip.emit(execution.complete())


def run_plain():
    execution = Execution(NAMESPACE, "plain")
    plain = client()
    plain.emit(execution.complete())
    plain.emit(execution.start())
    plain.emit(execution.complete())


def run_from_environment():
    os.environ["OPENLINEAGE_URL"] = URL
    os.environ["OPENLINEAGE_API_KEY"] = TOKEN
    execution = Execution(NAMESPACE, "environment")
    from_environment = OpenLineageClient()
    from_environment.emit(execution.start())
    from_environment.emit(execution.complete())
    from_environment.close()


def job_and_dataset_events():
    plain = client()
    plain.emit(job_event(NAMESPACE))
    plain.emit(dataset_event(NAMESPACE))


def many_at_once():
    at_once = client("async_http", compression="gzip")
    for number in range(ASYNC_RUNS):
        execution = Execution(NAMESPACE, f"async_{number}")
        at_once.emit(execution.start())
        at_once.emit(execution.complete())
    closed = at_once.close(timeout=120)
    stats = at_once.transport.get_stats()
    assert closed and stats == {"pending": 0, "success": 2 * ASYNC_RUNS, "failed": 0}, f"closed: {closed}, {stats}"


def batch():
    events = [event for n in range(5) for event in (Execution(NAMESPACE, f"batch_{n}").complete(),)]
    body = gzip.compress(("[" + ",".join(Serde.to_json(event) for event in events) + "]").encode())
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "Content-Type": "application/json; charset=utf-8",
        "Content-Encoding": "gzip",
    }
    answer = requests.post(f"{URL}/api/v1/lineage", data=body, headers=headers, timeout=60)
    outcomes = [receipt["outcome"] for receipt in answer.json().get("receipts", [])]
    assert answer.status_code == 201 and outcomes == ["APPLIED"] * 5, f"{answer.status_code}: {answer.text[:300]}"


def wrong_token():
    answer = http_status(lambda: client(token="not-the-token").emit(Execution(NAMESPACE, "intruder").start()))
    assert answer is not None and answer.status_code == 401, f"answered {answer}"


def wrong_token_at_once():
    intruder = client("async_http", token="not-the-token")
    intruder.emit(Execution(NAMESPACE, "intruder").complete())
    intruder.close(timeout=60)
    stats = intruder.transport.get_stats()
    assert stats == {"pending": 0, "success": 0, "failed": 1}, f"{stats}"


def refusal():
    answer = http_status(lambda: client(compression="gzip").emit(misshapen_event(NAMESPACE)))
    assert answer is not None and answer.status_code == 400, f"answered {answer}"
    path = answer.json().get("path")
    assert path == ["outputs", "0", "facets", "schema", "fields"], f"names the place {path}"


def main():
    # What the client logs of refusals is expected here; it goes to standard error for whoever looks into a failure.
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    ways = [
        run_with_gzip,
        run_plain,
        run_from_environment,
        job_and_dataset_events,
        many_at_once,
        batch,
        wrong_token,
        wrong_token_at_once,
        refusal,
    ]
    for way in ways:
        try:
            way()
            outcome = {"ok": True, "detail": ""}
        except Exception as error:  # noqa: BLE001 - every way is tried, whatever became of the one before
            outcome = {"ok": False, "detail": f"{type(error).__name__}: {error}"}
        print(json.dumps({"name": way.__name__, **outcome}), flush=True)


main()
