import { ourSkeletons } from '../../model/skeletons/ours.ts';
