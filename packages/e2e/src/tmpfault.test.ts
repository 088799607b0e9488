import { browserTest } from './driver/browser-test.ts';
import { startCrm } from './driver/product.ts';
const test = browserTest(startCrm);
test('console error must fail', async ({ user }) => {
  await user.opensList('account');
  await user.page.evaluate("console.error('oh')");
});
test('csp violation must fail', async ({ user }) => {
  await user.opensList('account');
  await user.page.evaluate("(() => { const s = document.createElement('script'); s.textContent = '1'; document.head.append(s); })()");
});
