// The rules of an entity, held against the record in a form by the server's own conditions and in its words. What cannot be judged
// for certain here is left to the server.
import type { PublishedEntity } from '@trellis/client/metadata';
import { scopeOf } from '../conditions/scope.ts';
import type { Model } from '../model.ts';
import type { AtHand } from './at-hand.ts';
import { formCondition, pathsOf, type FormExpression } from './form-expression.ts';
import type { Truth } from './offers.ts';
import { anyOf, readsOf, writtenEntity } from './written-entity.ts';

export interface BrokenRule {
  /** The field that it speaks of; empty: the record. */
  readonly field: string;
  readonly message: string;
}

export interface RecordRules {
  /** @param wrong fields with a fault of their own: rules that read them are not asked. */
  broken(at: AtHand, wrong: ReadonlySet<string>): readonly BrokenRule[];
  /** All that can be said. */
  readonly texts: ReadonlySet<string>;
  readonly paths: FormExpression['paths'];
}

export function readRecordRules(model: Model, entity: PublishedEntity, truth: Truth): RecordRules {
  const scope = scopeOf(model, entity.name);
  const written = writtenEntity(entity);
  const rules = Object.values(entity.rules ?? {}).map(({ when, check, message, at }) => {
    const [asked, held] = [formCondition(when, true, scope), formCondition(check, true, scope)];
    const reads = [...readsOf(written, when, pathsOf(asked)), ...readsOf(written, check, pathsOf(held))];
    return { asked, held, reads, broken: { field: at ?? '', message: model.label(message) } };
  });
  return {
    broken: (at, wrong) =>
      rules.flatMap(({ asked, held, reads, broken }) => {
        if (anyOf(reads, wrong) || (at.touched && !anyOf(reads, at.touched))) return [];
        return truth(at, asked) === true && truth(at, held) === false ? [broken] : [];
      }),
    texts: new Set(rules.map(({ broken }) => broken.message)),
    paths: rules.flatMap(({ asked, held }) => [...pathsOf(asked), ...pathsOf(held)]),
  };
}
