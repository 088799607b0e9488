import { expect } from 'vitest';
import { browserTest } from './driver/browser-test.ts';
import { eventually } from './driver/eventually.ts';
import { startCrm } from './driver/product.ts';

const test = browserTest(startCrm);

test('a roll-up with a condition is made choice by choice, published, and right in the list', async ({
  user,
  colleague,
}) => {
  await user.opensDesigner('account');
  await user.startsField({ type: 'Roll-up', label: 'Largest won deal' });
  await user.triesToAdd();
  expect(await user.fieldAlerts()).toHaveLength(2);
  await user.choosesOption('Records to summarise', 'Opportunities');
  await user.choosesOption('Calculation', 'Largest or latest');
  const offered = await user.offered('Field');
  expect(offered).toContain('Amount');
  expect(offered).not.toContain('Name');
  await user.choosesOption('Field', 'Amount');
  expect(await user.readsSummary()).toMatch(/Largest Amount among Opportunities\s+Result: Currency\s+Kept up to date/);

  await user.startsCondition();
  await user.writesCondition('[Stage] = "won" AND Amonut > 0');
  await eventually(() => user.formulaProblems()).toEqual([expect.stringMatching(/1:21[^]*no field "Amonut"/)]);
  await user.triesToAdd();
  expect(await user.fieldAlerts()).toEqual(['A formula without mistakes has to stand here.']);
  await user.writesCondition('[Stage] = "won"');
  await eventually(() => user.readsSummary()).toContain('Largest Amount among Opportunities where Stage is Won');
  await user.addsToDraft();
  expect(await user.fieldRow('Largest won deal')).toContain('Roll-up · Currency');
  await user.readsPlan();
  await user.publishes();
  await user.sees(/Version \d+ is live/);
  await user.sees(/Roll-ups .*filled in/);

  const deals = await colleague.readsRecords('opportunity', { select: ['account', 'stage', 'amount'] });
  await user.opensList('account');
  await user.showsOnly('Largest won deal');
  await user.sortsBy('Largest won deal');
  await eventually(async () => (await user.column('Largest won deal')).slice(0, shown).map(amountIn)).toEqual(
    largestWon(deals).slice(0, shown),
  );
});

test('a looked-up field leads through look-ups to a field of another record', async ({ user, colleague }) => {
  await user.opensDesigner('opportunity_line');
  await user.startsField({ type: 'Looked-up field', label: 'Buyer' });
  await user.choosesOption('By way of', 'Opportunity');
  const offered = await user.offered('Field');
  expect(offered).toContain('Amount');
  expect(offered).not.toContain('Products');
  await user.choosesOption('And from there', 'Account');
  await user.choosesOption('Field', 'Short name');
  expect(await user.readsSummary()).toMatch(/Opportunity › Account › Short name\s+Result: Text/);
  await user.addsToDraft();
  await user.readsPlan();
  await user.publishes();
  await user.sees(/Version \d+ is live/);

  const lines = await colleague.readsRecords('opportunity_line', {
    select: ['opportunity.account.short_name'],
    sort: 'buyer',
  });
  await user.opensList('opportunity_line');
  await user.showsOnly('Buyer');
  await user.sortsBy('Buyer');
  await eventually(async () => (await user.column('Buyer')).slice(0, shown)).toEqual(
    lines.slice(0, shown).map(shortNameIn),
  );
});

test('a field that would be worked out from itself is refused with the way round', async ({ user }) => {
  await user.opensDesigner('opportunity');
  await user.startsField({ type: 'Looked-up field', label: 'Open at the account' });
  await user.choosesOption('By way of', 'Account');
  await user.choosesOption('Field', 'Open amount');
  await user.addsToDraft();
  await user.opensDesigner('account');
  await user.opensField('Open amount');
  expect(await user.readsSummary()).toContain('Sum of Amount over Opportunities where Stage is none of Won, Lost');
  await user.choosesOption('Field', 'Open at the account');
  await eventually(() => user.fieldAlerts()).toEqual([
    expect.stringContaining(
      'Account › Open amount → Opportunity › Open at the account → Account › Open amount. Break the circle',
    ),
  ]);
  await user.triesToAdd();
  expect(await user.fieldAlerts()).toHaveLength(1);
});

/** So many lines are in sight. */
const shown = 10;

function shortNameIn(line: Readonly<Record<string, unknown>>): unknown {
  const { opportunity } = line as { opportunity: { account: { short_name: string } } };
  return opportunity.account.short_name;
}

/** An amount as it is shown, such as `¥1,234.50`. */
function amountIn(text: string): number | null {
  return text === '' ? null : Number(text.replace(/[^\d.]/g, ''));
}

/** Of each account with won deals, the largest; the smallest of them first. */
function largestWon(deals: readonly Readonly<Record<string, unknown>>[]): readonly number[] {
  const largest = new Map<string, number>();
  for (const { account, stage, amount } of deals) {
    if (stage !== 'won') continue;
    const key = JSON.stringify(account);
    largest.set(key, Math.max(largest.get(key) ?? 0, Number(amount)));
  }
  return [...largest.values()].sort((a, b) => a - b);
}
