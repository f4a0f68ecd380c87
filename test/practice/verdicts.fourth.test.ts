import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(3, 8);
