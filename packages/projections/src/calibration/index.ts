export { type Calibrated, type Calibration, type CalibrationLine, calibrationOf } from './calibration.js';
