// Role bindings and rules of access: one of each.
CREATE CONSTRAINT role_binding_id IF NOT EXISTS FOR (n:RoleBinding) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT access_rule_tag IF NOT EXISTS FOR (n:AccessRule) REQUIRE n.tag IS UNIQUE;
