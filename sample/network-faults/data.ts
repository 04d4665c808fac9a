import { EVENTS, HADOOP, INVENTORY, LAKE, LAKE_DEV, ONLINE, WAREHOUSE, WEATHER } from '../company/sources.js';
import { dataset } from '../dataset.js';

const OWNER = 'team:network-analytics';

export const cells = dataset({
  namespace: INVENTORY,
  name: 'inventory.public.cells',
  about: 'Each radio cell: where it stands, what it is, since when',
  owner: 'team:network-operations',
  columns: {
    cell_id: 'text',
    site: 'text',
    vendor: 'text',
    technology: 'varchar(8)',
    latitude: 'float8',
    longitude: 'float8',
    installed_on: 'date',
  },
});

export const counters = dataset({
  namespace: HADOOP,
  name: '/data/probes/cell_counters',
  about: 'What probes measure in each cell, every minute',
  owner: 'team:network-operations',
  columns: { cell_id: 'string', measured_at: 'timestamp', latency_ms: 'double', packet_loss: 'double', temperature_c: 'double' },
});

const ALARM = {
  alarm_id: 'string',
  cell_id: 'string',
  severity: 'string',
  raised_at: 'timestamp',
  cleared_at: 'timestamp',
  text: 'string',
};

export const alarmTopic = dataset({
  namespace: EVENTS,
  name: 'network.alarms.v2',
  about: 'Alarms as the equipment raises and clears them',
  owner: 'team:network-operations',
  columns: ALARM,
});

export const alarms = dataset({
  namespace: LAKE,
  name: 'raw/network/alarms',
  about: 'All alarms since 2019',
  owner: 'team:data-platform',
  columns: ALARM,
});

export const forecast = dataset({
  namespace: WEATHER,
  name: 'v1/forecast',
  about: 'Wind and rain by the hour, for the next two days',
  owner: 'team:network-analytics',
  columns: { latitude: 'double', longitude: 'double', valid_at: 'timestamp', wind_ms: 'double', rain_mm: 'double' },
});

export const weather = dataset({
  namespace: LAKE,
  name: 'raw/weather/hours',
  about: 'The forecast as it was, kept since 2023',
  owner: OWNER,
  columns: { latitude: 'double', longitude: 'double', valid_at: 'timestamp', wind_ms: 'double', rain_mm: 'double' },
});

const HEALTH = {
  cell_id: 'string',
  as_of: 'timestamp',
  technology: 'string',
  age_months: 'int',
  latency_p95_ms: 'double',
  packet_loss_rate: 'double',
  temperature_max_c: 'double',
  alarms_24h: 'int',
  critical_alarms_24h: 'int',
  wind_max_ms: 'double',
  alarm_embedding: 'vector',
};
const about = 'How a cell is doing: what probes measured, which alarms it raised, what weather comes';

export const health = dataset({ namespace: LAKE, name: 'features/cell_health', about, owner: OWNER, columns: HEALTH });
export const healthOnline = dataset({ namespace: ONLINE, name: 'cell_health', about, owner: OWNER, columns: HEALTH });
export const healthDev = dataset({ namespace: LAKE_DEV, name: 'features/cell_health', about, owner: OWNER, columns: HEALTH });

export const labels = dataset({
  namespace: LAKE,
  name: 'curated/network/fault_labels',
  about: '1 for cells that failed within 24 hours, else 0',
  owner: OWNER,
  columns: { cell_id: 'string', as_of: 'timestamp', failed: 'double' },
});

export const model = dataset({
  namespace: LAKE,
  name: 'models/network/random-forest',
  about: 'The model that forecasts faults now',
  owner: OWNER,
  columns: {},
});

export const faults = dataset({
  namespace: WAREHOUSE,
  name: 'ANALYTICS.NETWORK.FAULT_FORECAST',
  about: 'How likely each cell is to fail within 24 hours',
  owner: OWNER,
  columns: { CELL_ID: 'STRING', FAULT_PROBABILITY: 'DOUBLE', FORECAST_AT: 'TIMESTAMP' },
});

export const visits = dataset({
  namespace: WAREHOUSE,
  name: 'FIELD_SERVICE.PLANNING.SITE_VISITS',
  about: 'Which sites a technician drives to tomorrow',
  owner: 'team:field-service',
  columns: { SITE: 'STRING', CELL_ID: 'STRING', FAULT_PROBABILITY: 'DOUBLE', VISIT_ON: 'DATE' },
});

export const datasets = [
  cells,
  counters,
  alarmTopic,
  alarms,
  forecast,
  weather,
  health,
  healthOnline,
  healthDev,
  labels,
  model,
  faults,
  visits,
];
