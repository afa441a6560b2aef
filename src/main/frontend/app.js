/** The pages' script. Every page works from its own markup; each module here looks for the attributes it serves. */
import './fonts.css';
import './app.css';
import htmx from 'htmx.org';
import { csrf } from './js/csrf.mjs';
import { startCompare } from './js/compare.mjs';
import { startDialogs } from './js/dialogs.mjs';
import { startForms } from './js/forms.mjs';
import { startKeys } from './js/keys.mjs';
import { startQueue } from './js/queue.mjs';
import { startDiagrams } from './js/diagrams.mjs';
import { startPrint } from './js/print.mjs';
import { startRows } from './js/rows.mjs';
import { startStudio } from './js/studio.mjs';
import { startTokens } from './js/tokens.mjs';

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.refreshOnHistoryMiss = true;

document.body.addEventListener('htmx:configRequest', (event) => {
  Object.assign(event.detail.headers, csrf());
});

startDialogs();
startForms();
startQueue();
startKeys();
startCompare();
startDiagrams();
startPrint();
startRows();
startStudio();
startTokens();
