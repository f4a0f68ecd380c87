import { judgeScenarios } from './scenarioVerdicts.ts';

judgeScenarios(0, 8);
