import { specify } from './specification.ts';

specify('firefox');
