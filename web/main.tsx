import { render } from 'preact';

import './ui/theme.css';
import './ui/controls.css';
import './ui/question.css';
import './ui/panels.css';
import './ui/messages.css';
import './ui/tables.css';
import './ui/dialog.css';
import './figures/figures.css';
import './figures/forest.css';
import { sharedEngine } from './data/store.ts';
import { brought } from './share/envelope.ts';
import { followShared, openBrought } from './share/open.ts';
import { readOwnPage } from './share/own-page.ts';
import { followKeeping } from './privacy/keeping.ts';
import { keepOffline } from './privacy/offline.ts';
import { drawOnce } from './shell/draw-once.ts';
import { Page } from './shell/page.tsx';
import { followPrinting } from './ui/printing.ts';
import { followTheme } from './ui/theme.ts';

readOwnPage();
followTheme();
followPrinting();
drawOnce();

const root = document.getElementById('app');
if (root !== null) render(<Page />, root);

sharedEngine();
// Before the address is read and emptied.
const isLink = brought(location.hash) !== null;
followShared();
const isReport = openBrought();
void followKeeping(isLink || isReport);
if (!isReport) keepOffline();
