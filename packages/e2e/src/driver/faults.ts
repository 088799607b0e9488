// What no screen may do, whatever is tested on it: complain in the console (a breach of the content security policy is one of
// the complaints), throw, or ask the engine for something that it fails at.
import type { Page } from 'playwright-core';

/** Filled while the page is used. */
export function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !refusal.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(`${error.name}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return faults;
}

/** The browser's own note of an answer like 401 or 422, which the screens ask for knowingly, or of one that a test breaks off. */
const refusal =
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INCOMPLETE_CHUNKED_ENCODING)/;
