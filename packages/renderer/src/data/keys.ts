// Names of what the query cache holds. Everything about an entity's records starts with ['records', entity], so that one
// write makes all of it stale.

export const keys = {
  entity: (entity: string) => ['records', entity] as const,
  record: (entity: string, id: string) => ['records', entity, 'one', id] as const,
  list: (entity: string, request: unknown) => ['records', entity, 'list', request] as const,
  history: (entity: string, id: string) => ['records', entity, 'history', id] as const,
  form: (entity: string, form: string) => ['form', entity, form] as const,
  job: (id: string) => ['job', id] as const,
};
