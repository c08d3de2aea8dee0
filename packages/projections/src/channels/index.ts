export {
  type ChannelDocuments,
  type ChannelQuestion,
  type ChannelReport,
  type ChannelYield,
  channelYields,
  type Yield,
} from './channels.js';
