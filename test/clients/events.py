"""Events as the official Python client builds them; what they say is checked over GraphQL by checks.ts."""

from openlineage.client.event_v2 import (
    Dataset,
    DatasetEvent,
    InputDataset,
    Job,
    JobEvent,
    OutputDataset,
    Run,
    RunEvent,
    RunState,
)
from openlineage.client.facet_v2 import (
    column_lineage_dataset,
    datasource_dataset,
    documentation_dataset,
    job_type_job,
    ownership_dataset,
    parent_run,
    schema_dataset,
    sql_job,
)
from openlineage.client.uuid import generate_new_uuid

PRODUCER = "https://example.com/vinci-clients/tree/1.0/test"


def schema(*fields):
    return schema_dataset.SchemaDatasetFacet(
        fields=[schema_dataset.SchemaDatasetFacetFields(name=name, type=type_) for name, type_ in fields]
    )


def source():
    return InputDataset(
        namespace="postgres://clients.example:5432",
        name="shop.orders",
        facets={
            "schema": schema(("id", "int8"), ("amount", "numeric")),
            "dataSource": datasource_dataset.DatasourceDatasetFacet(
                name="shop", uri="postgres://clients.example:5432/shop"
            ),
        },
    )


def target(name):
    field = column_lineage_dataset.InputField(
        namespace="postgres://clients.example:5432",
        name="shop.orders",
        field="amount",
        transformations=[column_lineage_dataset.Transformation(type="DIRECT", subtype="AGGREGATION")],
    )
    return OutputDataset(
        namespace="postgres://clients.example:5432",
        name=name,
        facets={
            "schema": schema(("total", "numeric")),
            "columnLineage": column_lineage_dataset.ColumnLineageDatasetFacet(
                fields={"total": column_lineage_dataset.Fields(inputFields=[field])}
            ),
        },
    )


def job(namespace, name):
    return Job(
        namespace=namespace,
        name=name,
        facets={
            "jobType": job_type_job.JobTypeJobFacet(
                processingType="BATCH", integration="TEST", jobType="QUERY"
            ),
            "sql": sql_job.SQLJobFacet(query="select sum(amount) as total from shop.orders"),
        },
    )


class Execution:
    """One run of a job, under a parent run."""

    def __init__(self, namespace, name):
        self.namespace = namespace
        self.name = name
        parent = str(generate_new_uuid())
        self.run = Run(
            runId=str(generate_new_uuid()),
            facets={
                "parent": parent_run.ParentRunFacet(
                    run=parent_run.Run(runId=parent),
                    job=parent_run.Job(namespace=namespace, name=f"{name}_parent"),
                )
            },
        )

    def event(self, state, time):
        return RunEvent(
            eventType=state,
            eventTime=time,
            run=self.run,
            job=job(self.namespace, self.name),
            inputs=[source()],
            outputs=[target(f"{self.namespace}.{self.name}")],
            producer=PRODUCER,
        )

    def start(self):
        return self.event(RunState.START, "2026-11-22T05:00:00.123456+00:00")

    def complete(self):
        return self.event(RunState.COMPLETE, "2026-11-22T07:00:01+02:00")


def job_event(namespace):
    return JobEvent(
        eventTime="2026-11-22T05:00:00Z",
        job=job(namespace, "declared"),
        inputs=[source()],
        outputs=[target(f"{namespace}.declared")],
        producer=PRODUCER,
    )


def dataset_event(namespace):
    return DatasetEvent(
        eventTime="2026-11-22T05:00:00Z",
        dataset=Dataset(
            namespace=namespace,
            name="described",
            facets={
                "documentation": documentation_dataset.DocumentationDatasetFacet(description="Said by a client"),
                "ownership": ownership_dataset.OwnershipDatasetFacet(
                    owners=[ownership_dataset.Owner(name="team:data", type="STEWARD")]
                ),
                "schema": schema(("a", "int"), ("b", "text")),
            },
        ),
        producer=PRODUCER,
    )


def misshapen_event(namespace):
    event = Execution(namespace, "misshapen").start()
    event.outputs[0].facets["schema"] = schema_dataset.SchemaDatasetFacet(fields="none")
    return event
