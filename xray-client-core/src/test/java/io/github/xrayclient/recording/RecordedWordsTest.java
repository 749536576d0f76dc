package io.github.xrayclient.recording;

import io.github.xrayclient.testsupport.RecordedWordsContract;

class RecordedWordsTest extends RecordedWordsContract {}
