import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(5, 8);
