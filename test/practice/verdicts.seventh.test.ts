import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(6, 8);
