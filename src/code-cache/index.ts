export { keepCodeOfCommand, keepCodeOfProgram } from './code-cache';
