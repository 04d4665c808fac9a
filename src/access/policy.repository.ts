import { z } from 'zod';
import type { Database } from '../neo4j/database.js';
import { recordDeeds } from '../write/deeds.js';
import type { Principal } from '../write/fact.js';
import type { AccessRule, Policy, RoleBinding } from './policy.js';
import { ROLES } from './viewer.js';

const bindingRow = z.object({
  id: z.string(),
  principal: z.string(),
  role: z.enum(ROLES),
  scope: z
    .string()
    .nullish()
    .transform((scope) => scope ?? null),
  createdAt: z.string(),
  createdBy: z.string(),
});

const ruleRow = z.object({ tag: z.string(), visibleTo: z.array(z.string()), createdAt: z.string(), createdBy: z.string() });

const READ = `
CALL () { MATCH (b:RoleBinding) WITH b ORDER BY b.id RETURN collect(b {.*}) AS bindings }
CALL () { MATCH (r:AccessRule) WITH r ORDER BY r.tag RETURN collect(r {.*}) AS rules }
RETURN bindings, rules`;

const BIND = `
MERGE (b:RoleBinding {id: $p.binding.id})
ON CREATE SET b = $p.binding`;

const UNBIND = `
MATCH (b:RoleBinding {id: $p.id})
WITH b, b {.*} AS binding
DELETE b
RETURN binding`;

const SET_RULE = `
MERGE (r:AccessRule {tag: $p.rule.tag})
SET r = $p.rule`;

const REMOVE_RULE = `
MATCH (r:AccessRule {tag: $p.tag})
WITH r, r {.*} AS rule
DELETE r
RETURN rule`;

/** Role bindings and rules of access; what is changed is told in the log, too: `(:RoleBinding {id, principal, role, scope, createdAt, createdBy})`, `(:AccessRule {tag, visibleTo, createdAt, createdBy})`. */
export class PolicyRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<Policy> {
    const [found] = await this.database.read<{ bindings: unknown[]; rules: unknown[] }>(READ);
    return {
      bindings: (found?.bindings ?? []).map((row) => bindingRow.parse(row)),
      rules: (found?.rules ?? []).map((row) => ruleRow.parse(row)),
    };
  }

  async bind(binding: RoleBinding, by: Principal): Promise<void> {
    const { id, principal, role, scope } = binding;
    await recordDeeds(this.database, async (run, note) => {
      await run(BIND, { p: { binding: { ...binding } } });
      note({ by, what: 'ROLE_GRANTED', about: id, details: { principal, role, scope } });
    });
  }

  /** Undefined when there is none. */
  unbind(id: string, by: Principal): Promise<RoleBinding | undefined> {
    return recordDeeds(this.database, async (run, note) => {
      const [found] = await run<{ binding: unknown }>(UNBIND, { p: { id } });
      const binding = found && bindingRow.parse(found.binding);
      if (binding) {
        const { principal, role, scope } = binding;
        note({ by, what: 'ROLE_REVOKED', about: id, details: { principal, role, scope } });
      }
      return binding;
    });
  }

  /** In the place of the one before. */
  async setRule(rule: AccessRule, by: Principal): Promise<void> {
    const visibleTo = [...rule.visibleTo];
    await recordDeeds(this.database, async (run, note) => {
      await run(SET_RULE, { p: { rule: { ...rule, visibleTo } } });
      note({ by, what: 'TAG_RESTRICTED', about: rule.tag, details: { visibleTo } });
    });
  }

  removeRule(tag: string, by: Principal): Promise<AccessRule | undefined> {
    return recordDeeds(this.database, async (run, note) => {
      const [found] = await run<{ rule: unknown }>(REMOVE_RULE, { p: { tag } });
      const rule = found && ruleRow.parse(found.rule);
      if (rule) note({ by, what: 'TAG_UNRESTRICTED', about: tag });
      return rule;
    });
  }
}
