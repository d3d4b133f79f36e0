#!/usr/bin/env node
// Compiles the JSON Schemas of catalog files in advance; the last step of `npm run build`.
import { writeStructureValidators } from '../dist/build/structure-validators.js';

writeStructureValidators();
