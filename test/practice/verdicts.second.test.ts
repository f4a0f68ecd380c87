import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(1, 8);
