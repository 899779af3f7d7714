import { specify } from './specification.ts';

specify('webkit');
