import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '../checks/ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export const systemRandom: Random = { bytes: (length) => randomBytes(length) };
