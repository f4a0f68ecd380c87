import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(2, 8);
