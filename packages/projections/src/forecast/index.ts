export type { Expectation } from './expectation.js';
export { type Forecast, type ForecastDocuments, type ForecastQuestion, forecastOf } from './forecast.js';
export type { Slippage } from './slippage.js';
export type { Velocity } from './velocity.js';
