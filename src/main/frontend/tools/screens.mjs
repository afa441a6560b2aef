// Takes the pictures of docs/screens from a running demo: node screens.mjs [http://localhost:8080] [folder] [only names that begin so]
import { chromium } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = process.argv[2] ?? 'http://localhost:8080';
const folder = process.argv[3] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../../docs/screens');
const only = process.argv[4] ?? '';
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
  if (!name.startsWith(only)) return;
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

/** A draft of these models with this file open. */
async function drafting(page, title, file, ...models) {
  await page.goto(`${base}/studio/drafts/new`);
  await page.fill('#title', title);
  for (const model of models) await page.check(`input[value='${model}']`);
  await page.locator('main form button.primary').click();
  await page.locator(`tr[data-file="${file}"] th a`).click();
  await page.locator('[data-editor][data-ready=yes]').waitFor();
}
const choose = (page, name) => page.locator('[data-outline-rows]').getByRole('button', { name, exact: true }).click();
const field = (page, label) => page.locator('[data-panel], [data-canvas]').getByLabel(label, { exact: true });
const pick = (page, label, words) => field(page, label).selectOption({ label: words });
const write = async (page, label, words) => { await field(page, label).fill(words); await field(page, label).blur(); };
async function add(page, block) {
  await page.getByRole('button', { name: '手順を足す', exact: true }).click();
  await page.locator('.djs-popup').getByText(block, { exact: true }).first().click();
  await page.keyboard.press('Escape');
}
const saved = (page) => page.waitForFunction(() => /に保存しました/.test(document.querySelector('[data-saved]')?.textContent ?? ''));

await take('studio-editor', 'kanri', async (page) => {
  await drafting(page, '確認を早める', 'support-planning.bpmn', 'process:support-planning');
  await page.locator('.djs-container [data-element-id=chiefCheck]').click();
});
await take('studio-role', 'kanri', async (page) => {
  await drafting(page, '主任が急ぎを確かめる', 'consultation-intake.bpmn', 'process:consultation-intake');
  await choose(page, '緊急かどうか決める');
  await pick(page, '役割', '主任相談支援員');
  await page.locator('.mismatch').scrollIntoViewIfNeeded();
});
await take('studio-beside', 'kanri', async (page) => {
  await drafting(page, '面接のあとで家族にも聞く', 'consultation-intake.bpmn', 'process:consultation-intake');
  await choose(page, '初回面接をする');
  await add(page, '同時に進む');
  await write(page, '名前', '面接のあと');
  await add(page, '人の仕事');
  await write(page, '名前', '家族の話を聞く');
  await choose(page, '緊急かどうか決める');
  await add(page, '同時に進む');
  await write(page, '名前', 'どちらも済んだ');
  await choose(page, '家族の話を聞く');
  await pick(page, 'ほかの箱へ線をつなぐ', 'どちらも済んだ');
  await saved(page);
});
await take('studio-branch', 'kanri', async (page) => {
  await drafting(page, '会議の前に始める', 'support-planning.bpmn', 'process:support-planning', 'decision:pre-start');
  await choose(page, '先行開始か調べる');
  await add(page, '分かれ道（どれか1つ）');
  await write(page, '名前', '先に始める？');
  await add(page, '人の仕事');
  await write(page, '名前', '先に始める支援を書く');
  await pick(page, 'ほかの箱へ線をつなぐ', '支援調整会議の結果を待つ');
  await choose(page, '先に始める？');
  await page.locator('.ways').getByRole('button', { name: '先に始める支援を書く', exact: true }).click();
  await write(page, '答え（線の名前）', 'はい');
  await pick(page, '何によって', '先行開始か調べる（決定表の答え）');
  await saved(page);
});
await take('studio-timer', 'kanri', async (page) => {
  await drafting(page, '2週間でも連絡する', 'job-retention.bpmn', 'process:job-retention');
  await choose(page, '連絡する時点は？');
  await add(page, '時間を待つ');
  await write(page, '名前', '2週間後');
  await pick(page, 'いつ', 'ある日から数えて');
  await pick(page, 'もとの日', '就職日（働き始める日）');
  await saved(page);
});
await take('studio-compare', 'kanri', async (page) => {
  await drafting(page, 'プランの確認を見なおす', 'support-planning.bpmn', 'process:support-planning');
  await choose(page, 'プラン案を確かめる');
  await pick(page, '期限', '2営業日以内');
  await choose(page, 'プラン案を作る');
  await add(page, '人の仕事');
  await write(page, '名前', '家族の話を聞く');
  await pick(page, '役割', '相談支援員');
  await choose(page, '支援の出口を決める');
  await page.getByRole('button', { name: '消す', exact: true }).click();
  await choose(page, '本人の署名をもらう');
  await pick(page, '担当の段', '主任相談支援員');
  await saved(page);
  await page.getByRole('link', { name: '下書きに戻る' }).click();
  await page.getByText('を見くらべる').first().click();
  for (const side of ['before', 'after']) await page.locator(`[data-side=${side}][data-drawn]`).waitFor();
});
await browser.close();
