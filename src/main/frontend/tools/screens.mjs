// Takes the pictures of docs/screens from a running demo: node screens.mjs [http://localhost:8080] [folder]
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = process.argv[2] ?? 'http://localhost:8080';
const folder = process.argv[3] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../docs/screens');
const sizes = [[1366, 768], [390, 844]];
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** A page of someone who has signed in. */
async function signedIn(user, [width, height]) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto(`${base}/login`);
  if (user) {
    await page.fill('[name=username]', user);
    await page.fill('[name=password]', user);
    await Promise.all([page.waitForURL((url) => !url.pathname.startsWith('/login')), page.press('[name=password]', 'Enter')]);
  }
  return page;
}

/** Opens what the way leads to and keeps a picture of the first screenful. */
async function take(name, user, way) {
  for (const size of sizes) {
    const page = await signedIn(user, size);
    await way(page);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${name}-${size[0]}.png`) });
    await page.context().close();
  }
}

const api = (page, path) => page.evaluate((p) => fetch(p).then((r) => r.json()), path);

await take('login', null, async () => {});
await take('worklist', 'soudan', (page) => page.goto(`${base}/worklist`));
await take('task', 'soudan', async (page) => {
  const { items } = await api(page, '/api/v1/worklist?view=mine&limit=200');
  const task = items.find((item) => item.step === 'intakeAssessment') ?? items[0];
  await page.goto(`${base}/tasks/${task.taskId}`);
});
await take('case', 'soudan', async (page) => {
  const { items } = await api(page, '/api/v1/cases?status=open&limit=200');
  for (const item of items.filter((each) => each.stage === 'JOB_SEARCH')) {
    const { caseNo, tasks } = await api(page, `/api/v1/cases/${item.caseNo}`);
    if (tasks.length === 1) return page.goto(`${base}/cases/${caseNo}`);
  }
  return page.goto(`${base}/cases/${items[0].caseNo}`);
});
await take('intake', 'uketsuke', (page) => page.goto(`${base}/intake/new`));
await take('meeting', 'shunin', async (page) => {
  await page.goto(`${base}/meetings`);
  await page.locator('main a[href*="/meetings/M-"]').first().click();
});
await take('process', 'kanri', async (page) => {
  await page.goto(`${base}/processes/job-search`);
  await page.locator('.djs-container').waitFor();
});
await take('oversight', 'shunin', (page) => page.goto(`${base}/oversight`));
await take('oversight-steps', 'shunin', (page) => page.goto(`${base}/oversight/steps?due=overdue`));
await take('oversight-flow', 'shunin', async (page) => {
  await page.goto(`${base}/oversight/flow?process=support-planning`);
  await page.locator('[data-diagram][data-drawn]').waitFor();
});
await take('workload', 'shunin', (page) => page.goto(`${base}/oversight/workload`));
await take('studio', 'kanri', (page) => page.goto(`${base}/studio`));
sizes.length = 1; // the editors are for a desk
await take('studio-editor', 'kanri', async (page) => {
  await page.goto(`${base}/studio/drafts/new`);
  await page.fill('#title', '確認を早める');
  await page.check("input[value='process:support-planning']");
  await page.locator('main form button.primary').click();
  await page.locator('tr[data-file="support-planning.bpmn"] th a').click();
  await page.locator('.djs-container [data-element-id=chiefCheck]').click();
});
await browser.close();
