import { authorityOf } from './access-address.js';
import { literal, sparkRead } from './access-code.js';
import type { Place, Reading } from './access-reading.js';

/** A topic. */
export function kafkaAccess({ address, name }: Place): Reading | undefined {
  if (address.scheme !== 'kafka') return undefined;
  const brokers = authorityOf(address);
  const python = [
    'from confluent_kafka import Consumer',
    '',
    'consumer = Consumer(',
    '    {',
    `        "bootstrap.servers": ${literal(brokers)},`,
    '        "group.id": "preview",',
    '        "auto.offset.reset": "earliest",',
    '        "enable.auto.commit": False,',
    '    }',
    ')',
    `consumer.subscribe([${literal(name)}])`,
    'messages = consumer.consume(num_messages=100, timeout=10)',
    'consumer.close()',
  ];
  const scala = sparkRead('kafka', [
    ['kafka.bootstrap.servers', literal(brokers)],
    ['subscribe', literal(name)],
    ['startingOffsets', '"earliest"'],
  ]);
  return {
    uri: `kafka://${brokers}/${name}`,
    hint: 'A cluster that asks who is there needs the settings of its security protocol too.',
    snippets: [
      { language: 'PYTHON', tool: 'confluent-kafka', code: `${python.join('\n')}\n` },
      { language: 'SCALA', tool: 'spark', code: scala },
    ],
    reason: null,
  };
}
