// Moving a card to another column: shown at once, written over the version that was read, taken back by Undo for ten seconds. What is
// refused goes back: for a field that the column asks for, the form can mend it; otherwise with the server's words.
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf, type FieldProblem } from '@trellis/client/problem';
import type { AggregateRow, RecordRow } from '@trellis/client/wire';
import { useToast } from '@trellis/ui/toast';
import { useClient } from '../data/client.ts';
import { keys } from '../data/keys.ts';
import type { ListQuery } from '../list/list-request.ts';
import { useModel } from '../model.ts';
import { moveFigures, type BoardColumn, type BoardLayout } from './board-columns.ts';
import { cardsKey, figuresKey, replaceCard, withCard, withoutCard, type CardPages } from './board-data.ts';

export interface Move {
  readonly card: RecordRow;
  readonly from: BoardColumn;
  readonly to: BoardColumn;
}

/** A move that other fields of the card stand against. */
export interface RefusedMove extends Move {
  readonly problems: readonly FieldProblem[];
}

interface BoardMoves {
  readonly entity: string;
  readonly layout: BoardLayout;
  readonly query: ListQuery;
  mend(refused: RefusedMove): void;
}

export function useMoveCard({ entity, layout, query, mend }: BoardMoves): (move: Move) => Promise<void> {
  const { t } = useTranslation(['board', 'common']);
  const client = useClient();
  const model = useModel();
  const queries = useQueryClient();
  const toast = useToast();

  const show = ({ card, from, to }: Move): void => {
    const amount = layout.total === undefined ? 0 : Number(card[layout.total] ?? 0);
    queries.setQueryData<CardPages>(cardsKey(entity, query, from.value), (pages) => withoutCard(pages, card.id));
    queries.setQueryData<CardPages>(cardsKey(entity, query, to.value), (pages) =>
      withCard(pages, { ...card, [layout.by]: to.value }),
    );
    queries.setQueryData<readonly AggregateRow[]>(
      figuresKey(entity, query),
      (sums) => sums && moveFigures(sums, layout, { from: from.value, to: to.value, amount }),
    );
  };
  const move = async ({ card, from, to }: Move, undoable: boolean): Promise<void> => {
    await queries.cancelQueries({ queryKey: [...keys.entity(entity), 'board'] });
    show({ card, from, to });
    try {
      const answer = await client.records(entity).update(card.id, { [layout.by]: to.value }, card.version);
      const moved = {
        ...card,
        [layout.by]: to.value,
        ...(answer.version !== undefined && { version: answer.version }),
      };
      queries.setQueryData<CardPages>(cardsKey(entity, query, to.value), (pages) => replaceCard(pages, moved));
      void queries.invalidateQueries({ queryKey: keys.record(entity, card.id) });
      void queries.invalidateQueries({ queryKey: figuresKey(entity, query) });
      if (!undoable) return;
      const undo = { label: t('common:undo'), run: () => void move({ card: moved, from: to, to: from }, false) };
      toast.show({
        text: t('moved', { title: model.title(entity, card), column: to.label }),
        tone: 'success',
        action: undo,
      });
    } catch (error) {
      show({ card, from: to, to: from });
      void queries.invalidateQueries({ queryKey: [...keys.entity(entity), 'board'] });
      const problem = problemOf(error);
      const problems = problem?.errors ?? [];
      if (problems.some(({ path }) => path !== '' && path !== `/${layout.by}`))
        return mend({ card, from, to, problems });
      const reason = problems[0]?.message ?? problem?.detail ?? t('not_moved');
      toast.show({ text: t('refused', { title: model.title(entity, card), reason }), tone: 'danger', seconds: 10 });
    }
  };
  return (wanted) => move(wanted, true);
}
