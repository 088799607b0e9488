import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('a card moved by keyboard stands in the next column, also after a reload, and undo puts it back', async ({
  user,
}) => {
  await user.opensList('opportunity', 'opportunity_board');
  await eventually(() => user.cardsIn('Qualify')).not.toEqual([]);
  const [card = ''] = await user.cardsIn('Qualify');
  await user.movesRight(card, 'Needs analysis');
  await user.sees(`${card} is now in Needs analysis`);
  expect(await user.cardsIn('Qualify')).not.toContain(card);
  await user.undoes();
  await eventually(() => user.cardsIn('Qualify')).toContain(card);
  await user.movesRight(card, 'Needs analysis');
  await user.sees(`${card} is now in Needs analysis`);
  await user.reloads();
  await eventually(() => user.cardsIn('Needs analysis')).toContain(card);
});

test('a move that asks for more is taken back, and made by the form that asks for it', async ({ user }) => {
  await user.opensList('opportunity');
  await user.startsNew('Opportunity');
  await user.fills({
    Name: 'Without an amount',
    'Close date': '2026-12-31',
    Account: { choose: 'Tarnwell Foods plc' },
  });
  await user.fills({ Stage: { choose: 'Needs analysis' } });
  await user.saves();
  await user.sees('“Without an amount” is created');
  await user.opensList('opportunity', 'opportunity_board');
  await user.movesRight('Without an amount', 'Proposal');
  await user.sees('From the proposal on, an opportunity needs an amount.');
  await eventually(() => user.cardsIn('Needs analysis')).toContain('Without an amount');
  expect(await user.messageAt('Amount')).toContain('From the proposal on');
  await user.fills({ Amount: '1200' });
  await user.saves();
  await eventually(() => user.cardsIn('Proposal')).toContain('Without an amount');
});
