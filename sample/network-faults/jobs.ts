import { allTheTime, everyDay, once } from '../calendar.js';
import { AIRFLOW, DBT, FLINK, SPARK } from '../company/sources.js';
import { aggregated, computed, copied, copies, copiesOfAll, filteredBy, type Job } from '../job.js';
import { alarms, alarmTopic, cells, counters, faults, forecast, health, healthOnline, labels, model, visits, weather } from './data.js';

const owner = 'team:network-analytics';

const daily: Job = {
  engine: AIRFLOW,
  name: 'network_daily',
  about: 'Forecasts the faults of the day',
  owner,
  code: { path: 'dags/network_daily.py', version: 'e5b3a90' },
  executions: everyDay('03:00', 90),
};

const features = { engine: SPARK, owner, partOf: daily, code: { path: 'network/features.py', version: 'e5b3a90' } };

export const jobs: readonly Job[] = [
  daily,
  {
    engine: FLINK,
    name: 'network.alarms_to_lake',
    about: 'Writes alarms to the lake as they are raised',
    owner: 'team:data-platform',
    streaming: true,
    reads: [alarmTopic],
    writes: [{ dataset: alarms, columns: copiesOfAll(alarmTopic) }],
    executions: allTheTime(),
  },
  {
    engine: AIRFLOW,
    name: 'network.fetch_weather',
    about: 'Fetches the forecast for where our cells are',
    owner,
    partOf: daily,
    code: { path: 'dags/fetch_weather.py', version: 'e5b3a90' },
    reads: [forecast],
    writes: [{ dataset: weather, columns: copiesOfAll(forecast) }],
    executions: everyDay('03:05', 4, {
      sun: '429 Too Many Requests from https://api.weather.example/v1/forecast: 1,000 requests a day are allowed',
    }),
  },
  {
    ...features,
    name: 'network.build_cell_health',
    about: 'Computes how each cell is doing',
    reads: [counters, cells, alarms, weather],
    writes: [
      {
        dataset: health,
        columns: {
          ...copies(counters, 'cell_id'),
          ...copies(cells, 'technology'),
          age_months: [computed(cells, 'installed_on', 'months until today')],
          latency_p95_ms: [aggregated(counters, 'latency_ms', '95th percentile of an hour')],
          packet_loss_rate: [aggregated(counters, 'packet_loss', 'mean of an hour')],
          temperature_max_c: [aggregated(counters, 'temperature_c', 'maximum of an hour')],
          alarms_24h: [aggregated(alarms, 'alarm_id', 'count of 24 hours')],
          critical_alarms_24h: [aggregated(alarms, 'severity', 'count of CRITICAL in 24 hours')],
          alarm_embedding: [computed(alarms, 'text', 'text-embedding 3')],
          wind_max_ms: [aggregated(weather, 'wind_ms', 'maximum of 24 hours, at the nearest point')],
        },
        rows: [filteredBy(alarms, 'raised_at', 'of the last 24 hours'), filteredBy(cells, 'latitude'), filteredBy(cells, 'longitude')],
      },
    ],
    executions: everyDay('03:15', 26, { wed: 'Cannot join: raw/network/alarms has no rows after 2026-01-07T01:12:44Z' }),
  },
  {
    ...features,
    name: 'network.publish_online',
    about: 'Copies the newest features of each cell to the online store',
    code: { path: 'network/publish.py', version: 'e5b3a90' },
    reads: [health],
    writes: [
      {
        dataset: healthOnline,
        columns: copiesOfAll(health),
      },
    ],
    executions: everyDay('04:45', 3),
  },
  {
    engine: SPARK,
    name: 'network.build_labels',
    about: 'Which cells failed within 24 hours',
    owner,
    reads: [alarms],
    writes: [
      { dataset: labels, columns: { ...copies(alarms, 'cell_id'), failed: [computed(alarms, 'severity', 'DOWN for ten minutes')] } },
    ],
    executions: once('sun', '05:30', 4),
  },
  {
    engine: SPARK,
    name: 'network.train',
    about: 'Trains the fault model once a week',
    owner,
    code: { path: 'network/train.py', version: 'e5b3a90' },
    reads: [health, labels],
    writes: [{ dataset: model }],
    executions: once('sun', '06:00', 48),
  },
  {
    engine: SPARK,
    name: 'network.forecast_faults',
    about: 'Forecasts faults of all cells',
    owner,
    partOf: daily,
    code: { path: 'network/score.py', version: 'e5b3a90' },
    reads: [health, model],
    writes: [
      {
        dataset: faults,
        columns: {
          CELL_ID: [copied(health, 'cell_id')],
          FAULT_PROBABILITY: (
            [
              'technology',
              'age_months',
              'latency_p95_ms',
              'packet_loss_rate',
              'temperature_max_c',
              'alarms_24h',
              'wind_max_ms',
              'alarm_embedding',
            ] as const
          ).map((column) => computed(health, column, 'by the model')),
        },
      },
    ],
    executions: everyDay('04:50', 7),
  },
  {
    engine: DBT,
    name: 'field_service.site_visits',
    about: 'Sites with a cell that is about to fail',
    owner: 'team:field-service',
    code: { path: 'dbt/models/field_service/site_visits.sql', version: 'c77b1e5' },
    sql: `select c.site, f.cell_id, f.fault_probability, current_date + 1 as visit_on
from analytics.network.fault_forecast f join inventory.cells c using (cell_id)
where f.fault_probability > 0.8`,
    reads: [faults, cells],
    writes: [
      {
        dataset: visits,
        columns: {
          CELL_ID: [copied(faults, 'CELL_ID')],
          FAULT_PROBABILITY: [copied(faults, 'FAULT_PROBABILITY')],
          SITE: [copied(cells, 'site')],
        },
        rows: [filteredBy(faults, 'FAULT_PROBABILITY', 'above 0.8')],
      },
    ],
    executions: everyDay('06:10', 2),
  },
];
