import { specify } from './specification.ts';

specify('chromium');
