// OpenAPI 3.1 of what one asker may use of a workspace: compiled model and rights in, the document out, piece by piece. Pure.
import { labelOf } from '@trellis/metadata/labels';
import type { Steps } from '@trellis/metadata/steps';
import type { Judgement } from '../records/judgement.ts';
import { sharedParameters, sharedResponses, sharedSchemas } from './components.ts';
import { platformPaths } from './platform-paths.ts';
import { recordPaths } from './record-paths.ts';
import { may, recordSchemas } from './record-schemas.ts';

export function* openApiDocument(judge: Judgement, cookie: string): Steps<Readonly<Record<string, unknown>>> {
  const { language } = judge.asker;
  const { version, workspace, metadata } = judge.model;
  const entities = [...judge.model.entities.values()].filter(
    (entity) => may(judge, entity, 'read') || may(judge, entity, 'create'),
  );
  const [template] = metadata.templates.values();
  const paths = { ...platformPaths(judge) };
  const schemas = { ...sharedSchemas };
  for (const entity of entities) {
    Object.assign(paths, recordPaths(judge, entity));
    Object.assign(schemas, recordSchemas(judge, entity));
    yield;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: template ? labelOf(template.label, language) : workspace,
      version: String(version),
      description,
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      parameters: sharedParameters,
      responses: sharedResponses,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie, description: 'Set by logging in' },
        csrf: {
          type: 'apiKey',
          in: 'header',
          name: 'X-CSRF-Token',
          description: 'With every unsafe method: `csrf_token` of the log-in answer or of `/api/me`',
        },
      },
    },
  };
}

const description = `What you may use of this workspace; other people may see more or less. The version is that of the published model.

Schemas of records say what a value must look like, not all that it must satisfy: rules, uniqueness and rights are judged when a request comes.`;
