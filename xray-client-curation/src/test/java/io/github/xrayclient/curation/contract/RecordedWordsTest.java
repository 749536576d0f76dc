package io.github.xrayclient.curation.contract;

import io.github.xrayclient.testsupport.RecordedWordsContract;

class RecordedWordsTest extends RecordedWordsContract {}
