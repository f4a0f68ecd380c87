import { showPath } from '../plan/planPath.ts';
import type { Rule } from './rule.ts';

export const duplicateStep: Rule = {
  code: 'plan/duplicate-step',
  title: 'Two steps with the same id',
  severity: 'error',
  guidance: [],
  *check({ plan, model }) {
    const first = new Map<string, (typeof model.steps)[number]>();
    for (const step of model.steps) {
      const { id } = step.data;
      if (id === undefined || id === '') continue;
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, step);
        continue;
      }
      const range = plan.valueRange([...step.path, 'id']);
      if (range !== undefined) yield { message: `"${id}" is already the id of ${before.data.title === undefined ? `"${showPath(before.path)}"` : `the step "${before.data.title}"`}. Each step needs an id of its own: change one of them.`, range };
    }
  },
};
