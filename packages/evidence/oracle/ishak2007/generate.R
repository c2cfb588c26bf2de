source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))
source(file.path(here, "../multilevel.R"))

# Up to four times of measurement in each study; sampling errors of one study fade with the distance in time as 0.97^months.
wide <- dat.ishak2007
months <- c(3, 6, 12, 48)
dat <- do.call(rbind, lapply(1:4, function(t) data.frame(study = wide$study, time = months[t], yi = wide[[paste0("y", t, "i")]], vi = wide[[paste0("v", t, "i")]])))
dat <- dat[!is.na(dat$yi), ]
dat <- dat[order(match(dat$study, wide$study), dat$time), ]
V <- outer(sqrt(dat$vi), sqrt(dat$vi)) * outer(dat$study, dat$study, "==") * 0.97^abs(outer(dat$time, dat$time, "-"))
levels <- list(study = dat$study, effect = paste(dat$study, "/", dat$time))
time <- category_moderator("months", as.character(dat$time), "3")

record_multilevel("all times", dat$yi, V, levels, clusters = dat$study)
record_multilevel("by time", dat$yi, V, levels, moderators = list(time), clusters = dat$study, profile = FALSE)
record_multilevel("by time, uncorrelated", dat$yi, dat$vi, levels, moderators = list(time), clusters = dat$study, profile = FALSE)
write_case(effects = data_of(paste(dat$study, dat$time, "months"), dat$yi, dat$vi), times = I(dat$time))
