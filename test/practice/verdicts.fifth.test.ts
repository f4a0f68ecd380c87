import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(4, 8);
