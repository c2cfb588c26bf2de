source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

# Standardised mean differences and their sampling variances, the example of Viechtbauer 2005.
yi <- c(-0.581, 0.530, 0.771, 1.031, 0.553, 0.295, 0.078, 0.573, -0.176, -0.232)
vi <- c(0.023, 0.052, 0.060, 0.115, 0.095, 0.203, 0.200, 0.211, 0.051, 0.040)

record_pooling(yi, vi)
record_omissions(yi, vi, "SJ", "knha")
record_influence(yi, vi, "ML")
write_case(effects = data_of(paste("study", seq_along(yi)), yi, vi))
