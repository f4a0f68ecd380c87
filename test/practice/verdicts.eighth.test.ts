import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(7, 8);
