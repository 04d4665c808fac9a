import { z } from 'zod';
import type { Database } from '../neo4j/database.js';
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
ON CREATE SET b = $p.binding
RETURN b.createdAt = $p.binding.createdAt AND b.createdBy = $p.binding.createdBy AS added`;

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

/** Role bindings and rules of access: `(:RoleBinding {id, principal, role, scope, createdAt, createdBy})`, `(:AccessRule {tag, visibleTo, createdAt, createdBy})`. */
export class PolicyRepository {
  constructor(private readonly database: Database) {}

  async read(): Promise<Policy> {
    const [found] = await this.database.read<{ bindings: unknown[]; rules: unknown[] }>(READ);
    return {
      bindings: (found?.bindings ?? []).map((row) => bindingRow.parse(row)),
      rules: (found?.rules ?? []).map((row) => ruleRow.parse(row)),
    };
  }

  /** False when there is such a one already. */
  async bind(binding: RoleBinding): Promise<boolean> {
    const [found] = await this.database.write<{ added: boolean }>(BIND, { p: { binding: { ...binding } } });
    return found?.added ?? false;
  }

  /** Undefined when there is none. */
  async unbind(id: string): Promise<RoleBinding | undefined> {
    const [found] = await this.database.write<{ binding: unknown }>(UNBIND, { p: { id } });
    return found && bindingRow.parse(found.binding);
  }

  /** In the place of the one before. */
  async setRule(rule: AccessRule): Promise<void> {
    await this.database.write(SET_RULE, { p: { rule: { ...rule, visibleTo: [...rule.visibleTo] } } });
  }

  async removeRule(tag: string): Promise<AccessRule | undefined> {
    const [found] = await this.database.write<{ rule: unknown }>(REMOVE_RULE, { p: { tag } });
    return found && ruleRow.parse(found.rule);
  }
}
